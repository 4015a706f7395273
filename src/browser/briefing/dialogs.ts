// What a presenter is asked: for a name, for the heading of a view that is kept, and for the title of what becomes of those.

import { element } from '../page/elements';

const LONGEST_NAME = 40;
const LONGEST_HEADING = 120;

interface Question {
  readonly title: string;
  readonly text: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly submit: string;
  /** What goes wrong is said in the dialog, which stays. */
  readonly answered: (value: string) => Promise<void> | void;
}

export function askForName(value: string, answered: (name: string) => Promise<void>): void {
  ask({
    title: 'Present live',
    text: 'Whoever opens the link follows your map, your time window, your filters and what you open, until they look around by themselves. They change nothing, and you see how many they are, not who.',
    label: 'Your name, as followers read it',
    value,
    maxLength: LONGEST_NAME,
    submit: 'Start and copy the link',
    answered,
  });
}

export function askForHeading(value: string, answered: (heading: string) => void): void {
  ask({
    title: 'Keep this view',
    text: 'What is seen now is kept under this heading. At the end you have all kept views, in their order.',
    label: 'Heading',
    value,
    maxLength: LONGEST_HEADING,
    submit: 'Keep',
    answered,
  });
}

export function askForTitle(value: string, answered: (title: string) => Promise<void>): void {
  ask({
    title: 'Make a story',
    text: 'The kept views become the steps of a story, in their order. Texts are added on its page.',
    label: 'Title of the story',
    value,
    maxLength: LONGEST_HEADING,
    submit: 'Make the story',
    answered,
  });
}

function ask(question: Question): void {
  const title = element('h2', '', question.title);
  title.id = 'briefing-question';
  const field = element('input', 'field');
  Object.assign(field, { value: question.value, maxLength: question.maxLength, autocomplete: 'off', dir: 'auto' });
  const problem = element('p', 'briefing-problem');
  problem.setAttribute('role', 'alert');
  const submit = element('button', 'button button-primary', question.submit);
  const cancel = element('button', 'button', 'Cancel');
  cancel.type = 'button';
  const form = element('form', '', title, element('p', '', question.text), element('label', 'briefing-label', question.label, field), problem,
    element('p', 'briefing-question-foot', submit, cancel));
  const dialog = element('dialog', 'briefing-question', form);
  dialog.setAttribute('aria-labelledby', title.id);
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('keydown', event => event.stopPropagation()); // the keys of the page behind it rest
  form.addEventListener('submit', event => {
    event.preventDefault();
    void answer(question, field.value.trim(), dialog, submit, problem);
  });
  document.body.append(dialog);
  dialog.showModal();
  field.select();
}

async function answer({ answered }: Question, value: string, dialog: HTMLDialogElement, submit: HTMLButtonElement, problem: HTMLElement): Promise<void> {
  submit.disabled = true;
  try {
    await answered(value);
    dialog.close();
  } catch (error) {
    problem.textContent = error instanceof TypeError ? 'The server does not answer. Try again.' : (error as Error).message;
    submit.disabled = false;
  }
}
