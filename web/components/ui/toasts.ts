import { Toast } from '@base-ui/react/toast';

/** Says something in passing, from anywhere. `type: 'error'` for what went wrong. */
export const toasts = Toast.createToastManager();
