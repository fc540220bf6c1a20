import { describe, expect, it } from 'vitest';
import { setOfflineSwitches } from '../../../electron/main/security/offline-switches.ts';

function switchesAfter(given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const switches = new Map(Object.entries(given));
  setOfflineSwitches({
    appendSwitch: (name, value = '') => void switches.set(name, value),
    getSwitchValue: (name) => switches.get(name) ?? '',
  });
  return switches;
}

describe('the switches that the app is started with', () => {
  it('turn off what Chromium does on the network by itself', () => {
    const switches = switchesAfter({});
    expect([...switches.keys()]).toEqual(
      expect.arrayContaining([
        'disable-background-networking',
        'disable-component-update',
        'disable-domain-reliability',
        'dns-prefetch-disable',
        'no-pings',
        'no-proxy-server',
      ]),
    );
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });

  it('keep the features off that were turned off on the command line', () => {
    const features = switchesAfter({ 'disable-features': 'Vulkan,Translate' })
      .get('disable-features')
      ?.split(',');
    expect(features).toEqual(expect.arrayContaining(['Vulkan', 'OptimizationHints']));
    expect(features?.filter((name) => name === 'Translate')).toHaveLength(1);
  });
});
