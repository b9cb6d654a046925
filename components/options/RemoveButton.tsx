// Takes an item off a list.
type RemoveButtonProps = {
  /** Says which item, for those who do not see the line that the button stands in. */
  label: string;
  text: string;
  onRemove: () => void;
};

export function RemoveButton({ label, text, onRemove }: RemoveButtonProps) {
  const onClick = ({ detail }: MouseEvent) => {
    // The next item moves up under the pointer: the second of a double click would take that one off, too.
    if (detail < 2) onRemove();
  };
  return (
    <button type="button" class="button" aria-label={label} onClick={onClick}>
      {text}
    </button>
  );
}
