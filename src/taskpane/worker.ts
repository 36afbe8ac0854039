/** The engine in its worker (bộ máy chạy nền): everything heavy happens here, so that the pane never stalls. */
import { createEngine } from "#tasks/engine/engine";
import { serve, type Channel } from "#tasks/engine/channel";
import { bundledLibrary } from "./bundled-library";
import { contentOf } from "#tasks/sheet-content";

serve(createEngine(bundledLibrary(), contentOf), self as unknown as Channel);
