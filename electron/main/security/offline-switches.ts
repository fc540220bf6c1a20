export type SwitchList = Readonly<{
  appendSwitch(name: string, value?: string): void;
  getSwitchValue(name: string): string;
}>;

const switches: Readonly<Record<string, string>> = {
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
  'disable-sync': '',
  'dns-prefetch-disable': '',
  'no-pings': '',
  'no-proxy-server': '',
  // No name is ever looked up.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
};

const features = [
  'AsyncDns',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PrivacySandboxSettings4',
  'Translate',
];

/** Turns off what Chromium would do on the network by itself; to be called before the app is ready. */
export function setOfflineSwitches(commandLine: SwitchList): void {
  for (const [name, value] of Object.entries(switches)) {
    if (value === '') commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
  // A second `disable-features` would replace the one that the app was started with.
  const given = commandLine.getSwitchValue('disable-features').split(',').filter(Boolean);
  commandLine.appendSwitch('disable-features', [...new Set([...given, ...features])].join(','));
}
