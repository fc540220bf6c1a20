export type MenuItem =
  | Readonly<{
      label: string;
      onselect: () => void;
      keys?: string | undefined;
      /** Present for one of several choices: whether it is the chosen one. */
      chosen?: boolean;
      isDanger?: boolean;
      disabled?: boolean;
    }>
  | Readonly<{ heading: string }>
  | 'rule';
