/**
 * The engine in its worker (bộ máy chạy nền): everything heavy happens here, so that the pane never stalls. The same
 * script, started under another name by the engine, is one of its readers.
 */
import { createEngine } from "#tasks/engine/engine";
import { serve, type Channel } from "#tasks/engine/channel";
import { serveReading } from "#tasks/reading/reading-channel";
import { contentOf } from "#tasks/sheet-content";
import { bundledLibrary } from "./bundled-library";
import type { CodeMessage } from "./engine-client";
import { READER, startReaders, useCode } from "./reader-workers";

const channel = self as unknown as Channel;
if (self.name === READER) serveReading(channel);
else {
  serve(createEngine(bundledLibrary(), { contentOf, startReaders }), channel);
  self.addEventListener("message", ({ data }) => {
    const { kind, code } = data as Partial<CodeMessage>;
    if (kind === "code" && code) useCode(code);
  });
}
