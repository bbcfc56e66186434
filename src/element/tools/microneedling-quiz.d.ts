// The custom element <microneedling-quiz>, for TypeScript.

export type Verdict =
  | "suitable" | "review" | "defer" | "not-indicated" | "exclude" | "out-of-scope";
export type Effect = "note" | "review" | "defer" | "exclude";

/** What the visitor agreed to tell. */
export interface Outcome {
  protocol: string;
  overlay: number;
  today: string;
  verdict: Verdict;
  partial: boolean;
  earliest: string | null;
  areas: { area: string; verdict: Verdict; earliest: string | null }[];
  findings: { rule: string; effect: Effect }[];
  sessions: { low: number; most: number; high: number; interval_weeks: number } | null;
  answers: Record<string, string | string[] | number>;
}

export interface ReadyDetail { version: 1 }
export interface StepDetail { version: 1; step: number }
export type OutcomeDetail =
  | { version: 1; shared: false }
  | { version: 1; shared: true; outcome: Outcome };
export interface ExitDetail {
  version: 1; step: number; reason: "restart" | "reset" | "destroy" | "removed" | "error" | "staff";
}
export type ErrorDetail =
  | { version: 1; code: "load" | "panic" }
  | { version: 1; code: "option" | "contrast"; path: string; found: string; allowed: string };

export interface MicroneedlingQuizEventMap {
  "mnq-ready": CustomEvent<ReadyDetail>;
  "mnq-step": CustomEvent<StepDetail>;
  "mnq-outcome": CustomEvent<OutcomeDetail>;
  "mnq-exit": CustomEvent<ExitDetail>;
  "mnq-error": CustomEvent<ErrorDetail>;
}

/** Anything is written as text; null takes the attribute away. */
export type OptionValue = string | number | boolean | null | undefined;

export interface MicroneedlingQuizElement extends HTMLElement {
  /** Loads at once, wherever the element is. */
  load(): void;
  /** Forgets the answers and begins anew. */
  reset(): void;
  /** Forgets the answers and leaves the page. */
  destroy(): void;
  // Attributes as properties. They are read when the quiz begins, and anew after reset().
  get name(): string | null;
  set name(value: OptionValue);
  get clinic(): string | null;
  set clinic(value: OptionValue);
  get contact(): string | null;
  set contact(value: OptionValue);
  get booking(): string | null;
  set booking(value: OptionValue);
  get price(): string | null;
  set price(value: OptionValue);
  get currency(): string | null;
  set currency(value: OptionValue);
  get areas(): string | null;
  set areas(value: OptionValue);
  get goals(): string | null;
  set goals(value: OptionValue);
  get textLanguage(): string | null;
  set textLanguage(value: OptionValue);
  get shareAnswers(): string | null;
  set shareAnswers(value: OptionValue);
  get noSharing(): string | null;
  set noSharing(value: OptionValue);
  get linkBase(): string | null;
  set linkBase(value: OptionValue);
  get history(): string | null;
  set history(value: OptionValue);
  get density(): string | null;
  set density(value: OptionValue);
  get font(): string | null;
  set font(value: OptionValue);
  get scheme(): string | null;
  set scheme(value: OptionValue);
  get options(): string | null;
  set options(value: OptionValue);
}

/** They bubble, so that any element around the quiz hears them, and the document. */
declare global {
  interface HTMLElementTagNameMap {
    "microneedling-quiz": MicroneedlingQuizElement;
  }
  interface GlobalEventHandlersEventMap extends MicroneedlingQuizEventMap {}
}
