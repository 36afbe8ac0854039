import { useState, type ReactNode } from "react";

export interface DisclosureProps {
  readonly className?: string | undefined;
  readonly summaryClassName?: string | undefined;
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** Opened by its title. What is closed is not in the page: hidden controls would catch the focus of whoever comes by Tab. */
export function Disclosure({ className, summaryClassName, summary, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={className} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={summaryClassName}>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
