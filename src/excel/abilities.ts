/** What this Excel can do (khả năng của máy), asked at run time. */
import type { HostAbilities } from "#domain/host";
import { has } from "./run-excel";

export function abilitiesHere(): HostAbilities {
  const { platform } = Office.context;
  const { PlatformType } = Office;
  return {
    charts: has("1.7"),
    liveCheck: has("1.9"),
    // Excel on the Mac and the iPad drops a download without a word.
    downloads: platform === PlatformType.PC || platform === PlatformType.OfficeOnline,
    opensWorkbooks: has("1.8") && platform !== PlatformType.iOS,
    losesUndo: true,
  };
}
