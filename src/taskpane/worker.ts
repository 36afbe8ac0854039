/**
 * The engine in its worker (bộ máy chạy nền): everything heavy happens here, so that the pane never stalls. The same
 * script, started under another name by the engine, is one of its readers.
 */
import { createEngine } from "#tasks/engine/engine";
import { serve, type Channel } from "#tasks/engine/channel";
import { serveReading } from "#tasks/reading/reading-channel";
import { contentOf } from "#tasks/sheet-content";
import { bundledLibrary } from "./bundled-library";
import { READER, startReaders } from "./reader-workers";

const channel = self as unknown as Channel;
if (self.name === READER) serveReading(channel);
else serve(createEngine(bundledLibrary(), { contentOf, startReaders }), channel);
