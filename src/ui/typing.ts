/** Whether a key press is meant as text or for a control, not as a shortcut. */
export const isTyping = (event: KeyboardEvent): boolean => {
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type="radio"]):not([type="checkbox"]), textarea, select, dialog',
      ) !== null)
  );
};
