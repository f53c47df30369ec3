import { ColourChoice } from '@/components/ui/colour-choice.tsx';
import { useProjectWords } from '@/words/use-project-words.ts';
import { TextField } from '../session/text-field.tsx';

type Colour = Parameters<typeof ColourChoice>[0]['value'];
type Props = {
  name: string;
  /** Characters that a name can have. */
  most: number;
  color: Colour;
  onName(name: string): void;
  onColor(color: Colour): void;
};

/** What a project, a label or a filter is called, and its colour. */
export function NameAndColour({ name, most, color, onName, onColor }: Props) {
  const words = useProjectWords();
  return (
    <>
      <TextField
        label={words.name}
        value={name}
        required
        maxLength={most}
        autoComplete="off"
        onChange={({ target }) => onName(target.value)}
      />
      <ColourChoice
        label={words.colour}
        none={words.noColour}
        names={words.colours}
        value={color}
        onChange={onColor}
      />
    </>
  );
}
