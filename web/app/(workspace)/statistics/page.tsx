import { View } from '@/features/workspace/view.tsx';

/** What it looks at is in the address, and its pictures are drawn for the width of the screen: the browser asks. */
export default function Statistics() {
  return <View first={Promise.resolve([])} />;
}
