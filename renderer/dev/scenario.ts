import { sortOrders } from '../../electron/contract/search.ts';
import { views } from '../../electron/contract/views.ts';
import type { WindowMemory } from '../../electron/contract/shell-api.ts';

const scenarioStates = [
  'full',
  'empty',
  'importing',
  'failed',
  'restarting',
  'gone',
  'many',
  'busy',
] as const;
export type ScenarioState = (typeof scenarioStates)[number];

/** What the address of the development page asks for, for example `?state=importing&theme=dark&view=sources`. */
export type Scenario = Readonly<{
  state: ScenarioState;
  latencyMs: number;
  memory: WindowMemory;
}>;

export function readScenario(parameters: URLSearchParams): Scenario {
  return {
    state: oneOf(scenarioStates, parameters.get('state'), 'full'),
    latencyMs: Number(parameters.get('latency') ?? 8),
    memory: {
      query: parameters.get('query') ?? '',
      sort: oneOf(sortOrders, parameters.get('sort'), 'relevance'),
      theme: oneOf(
        ['system', 'light', 'dark', 'sepia', 'contrast'] as const,
        parameters.get('theme'),
        'light',
      ),
      fontSizePx: Number(parameters.get('font') ?? 19),
      view: oneOf(views, parameters.get('view'), 'search'),
      panes: [],
      keys: {},
    },
  };
}

function oneOf<Value extends string>(
  values: readonly Value[],
  given: string | null,
  otherwise: Value,
): Value {
  return values.find((value) => value === given) ?? otherwise;
}
