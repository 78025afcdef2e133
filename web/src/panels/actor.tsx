export function ActorPanel({ id }: { id: string }) {
  return <p>{id}</p>;
}
