import { Component, type ReactNode } from "react";
import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { paneWords } from "#messages/pane-vi";

/** The one place in the pane that catches faults of our code: bad data never comes here, it is a value. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{paneWords.broken}</MessageBarBody>
      </MessageBar>
    );
  }
}
