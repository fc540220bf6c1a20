import fc from 'fast-check';
import process from 'node:process';

/** A property is tried for so long, as often as the machine manages in it: `npm run torture:properties` gives it an hour. */
const usualMs = 4_000;

// What fails prints its seed, by which it fails again.
fc.configureGlobal({
  interruptAfterTimeLimit: Number(process.env['MICROFICHE_PROPERTY_MS'] ?? usualMs),
  markInterruptAsFailure: false,
});
