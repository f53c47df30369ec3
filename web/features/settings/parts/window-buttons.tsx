import { clsx } from 'clsx';
import { LoaderCircle } from 'lucide-react';
import { Button } from '@/components/ui/button.tsx';
import { useSettingsWords } from '../words/settings-words.ts';

type Props = {
  /** What is done, in words. */
  action: string;
  busy: boolean;
  /** When it cannot be done, besides while it is. */
  disabled?: boolean;
  variant?: 'primary' | 'destroy';
  /** Instead of “Cancel”. */
  keep?: string;
  onClose(): void;
  /** Where there is no form to send. */
  onAction?: () => void;
  className?: string;
};

/** What a window ends with: leave all as it is, or go on. */
export function WindowButtons({
  action,
  busy,
  disabled = false,
  variant = 'primary',
  keep,
  onClose,
  onAction,
  className,
}: Props) {
  const { frame } = useSettingsWords();
  return (
    <div className={clsx('flex flex-wrap justify-end gap-2', className)}>
      <Button onClick={onClose}>{keep ?? frame.cancel}</Button>
      <Button
        type={onAction ? 'button' : 'submit'}
        variant={variant}
        disabled={disabled || busy}
        onClick={onAction}
      >
        {busy && <LoaderCircle aria-hidden className="size-4 animate-spin" />}
        {action}
      </Button>
    </div>
  );
}
