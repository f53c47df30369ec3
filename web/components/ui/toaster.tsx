'use client';
import { Toast } from '@base-ui/react/toast';
import { clsx } from 'clsx';
import { X } from 'lucide-react';
import { toasts as manager } from './toasts.ts';

/** Where passing messages appear; F6 moves the focus there. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label="Messages"
          className={clsx(
            'fixed inset-x-3 bottom-[max(0.75rem,env(safe-area-inset-bottom))] z-50 mx-auto flex',
            'max-w-md flex-col gap-2 rounded-xl sm:bottom-5 lg:right-auto lg:left-5 lg:mx-0 lg:w-96',
          )}
        >
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Messages() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'left', 'right']}
      className={clsx(
        'rounded-xl border border-line bg-surface shadow-raised transition-[opacity,translate] duration-200',
        'data-starting-style:translate-y-3 data-starting-style:opacity-0',
        'data-ending-style:opacity-0 data-limited:hidden',
        toast.type === 'error' && 'border-danger',
      )}
    >
      <Toast.Content className="flex items-center gap-3 py-2.5 pr-2 pl-4">
        <div className="min-w-0 flex-1 text-sm">
          <Toast.Title className={clsx('font-medium', toast.type === 'error' && 'text-danger')} />
          <Toast.Description
            className={clsx('text-muted', toast.type === 'error' ? 'break-words' : 'truncate')}
          />
        </div>
        <Toast.Action className="h-9 shrink-0 rounded-lg px-3 text-sm font-semibold text-accent hover:bg-accent-soft" />
        <Toast.Close
          aria-label="Dismiss"
          className="grid size-9 shrink-0 place-items-center rounded-lg text-muted hover:bg-sunken hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
