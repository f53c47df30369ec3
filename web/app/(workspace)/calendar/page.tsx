import { View } from '@/features/workspace/view.tsx';

/** Which days it shows is in the address, which only the page reads. */
export default function Calendar() {
  return <View first={Promise.resolve([])} />;
}
