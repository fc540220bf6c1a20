/** Runs a tool; an error that it throws becomes words on stderr and exit code 1, without a stack. */
export async function explain(tool: () => Promise<void>): Promise<void> {
  try {
    await tool();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
