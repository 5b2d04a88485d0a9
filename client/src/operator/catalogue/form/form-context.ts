import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import { createContext, useContext } from 'react';
import type { Path } from './set-path.ts';

/** What every field of a form needs: what it is about, what stands there, and how to change it. */
export type FormContext = {
  readonly section: Section;
  readonly id: string | null;
  /** The whole catalogue with unsaved edits: fields name entries of other parts. */
  readonly now: Json;
  readonly entry: Json;
  /** As players have it; null for a new entry. */
  readonly live: Json;
  readonly findings: readonly Finding[];
  readonly readOnly: boolean;
  readonly set: (path: Path, after: Json) => void;
};
export const Form = createContext<FormContext | null>(null);

export function useForm(): FormContext {
  const form = useContext(Form);
  if (form === null) throw new Error('a field stands in a form');
  return form;
}

/** DOM id of a field: links of the summary lead there. */
export const fieldId = (path: Path): string => `f-${path.join('-')}`;
/** What was found about exactly this field. */
export const findingsAt = (findings: readonly Finding[], path: Path): readonly Finding[] => {
  const name = path.join('.');
  return findings.filter((finding) => finding.path.join('.') === name);
};
