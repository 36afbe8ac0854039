/** Starts the pane: inside Excel once Office is ready, in any browser at once. */
import { createRoot } from "react-dom/client";
import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { App } from "./App";
import { bundledPlans } from "./bundled-plans";
import { ErrorBoundary } from "./ErrorBoundary";

async function start(): Promise<void> {
  if (typeof Office !== "undefined") await Office.onReady();
  const place = document.getElementById("pane");
  if (!place) throw new Error("page.html has no #pane");
  createRoot(place).render(
    <FluentProvider theme={webLightTheme}>
      <ErrorBoundary>
        <App plans={bundledPlans()} />
      </ErrorBoundary>
    </FluentProvider>,
  );
}

void start();
