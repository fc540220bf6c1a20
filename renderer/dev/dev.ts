import { createFakeBridge } from './fake-bridge.ts';
import { readScenario } from './scenario.ts';

const bridge = createFakeBridge(readScenario(new URLSearchParams(location.search)));
Object.defineProperty(window, 'archive', { value: bridge });
// The window reads the bridge while it loads, so it must not be loaded before.
await import('../main.ts');
