/** What of the emulated Excel the library's native bridge needs. Both sides speak plain JSON values. */
export interface NativeFacts {
  readonly locale: string;
  /** `Win32` is the only bridge Microsoft's library has for a native object; the platform shown may differ. */
  readonly platform: "PC" | "Mac" | "OfficeOnline" | "iOS";
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly url: string;
  readonly readOnly: boolean;
}

/** Answer of one native call: an error code (0: none) and what comes with it. */
export interface NativeAnswer {
  readonly code: number;
  readonly values: readonly unknown[];
}

export type NativeCall = (id: number, parameters: readonly unknown[]) => Promise<NativeAnswer>;
export type RichMessage = readonly [category: number, type: number, target: string, message: string, id: string, isRemote: boolean];

/**
 * Puts the object in place that Excel for Windows gives its web view (`window.external`). Self-contained, because it
 * is also sent as text into a page. Returns how messages (events) are handed to the library.
 */
export function installNativeHost(window: Record<string, unknown>, facts: NativeFacts, call: NativeCall): (messages: readonly RichMessage[]) => void {
  const safeArray = (items: readonly unknown[]): object => ({
    toArray: () => items, dimensions: () => 1, lbound: () => 0, ubound: () => items.length - 1, getItem: (index: number) => items[index],
  });
  const nested = (value: unknown): unknown => (Array.isArray(value) ? safeArray(value.map(nested)) : value);
  const plain = (value: unknown): unknown => (Array.isArray(value) ? value.map(plain) : value);
  const handlers = new Map<number, (id: number, data: unknown) => void>();
  const stored = new Map<string, string>();
  const context = {
    GetAppType: () => 1, GetSolutionRef: () => "so-thi-dua", GetAppVersionMajor: () => 16, GetAppVersionMinor: () => 0,
    GetAppUILocale: () => facts.locale, GetAppDataLocale: () => facts.locale, GetDocUrl: () => facts.url, GetAppCapabilities: () => (facts.readOnly ? 1 : 0),
    GetActivationMode: () => 0, GetControlIntegrationLevel: () => 0, GetSolutionToken: () => "", GetCorrelationId: () => "", GetInstanceId: () => "1",
    GetTouchEnabled: () => false, GetCommerceAllowed: () => false, GetSupportedMatrix: () => JSON.stringify(facts.requirementSets),
    GetHostFullVersion: () => "16.0.10000.10000", GetFeaturesForSolution: () => "", GetInitialDisplayMode: () => 0, GetHostCustomMessage: () => "",
    GetDialogRequirementMatrix: () => "{}", GetEntitlement: () => "",
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of stored) {
          keys.push(key);
          values.push(value);
        }
      },
      WriteAsync: (keys: string[], values: string[], done: (status: number) => void) => {
        stored.clear();
        keys.forEach((key, index) => stored.set(key, values[index] ?? ""));
        done(0);
      },
    }),
  };
  const external = {
    GetHostInfo: () => `Excel|Win32|16.01|${facts.locale.toLowerCase()}|telemetry||disableLogging`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (id: number, parameters: readonly unknown[], done: (answer: unknown) => void) => {
      void call(id, plain(parameters) as unknown[]).then(({ code, values }) => done(safeArray([code, ...values.map(nested)])));
    },
    RegisterEvent: (id: number, _target: string, handler: (id: number, data: unknown) => void, done: (status: number) => void) => {
      handlers.set(id, handler);
      done(0);
    },
    UnregisterEvent: (id: number, _target: string, done: (status: number) => void) => {
      handlers.delete(id);
      done(0);
    },
  };
  Object.defineProperty(window, "external", { value: external, configurable: true, writable: true });
  // One at a time: the library takes two arrays side by side for a table.
  return (messages) => { for (const message of messages) handlers.get(33)?.(33, safeArray([safeArray(message)])); };
}
