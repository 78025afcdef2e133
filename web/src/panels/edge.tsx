export function EdgePanel({ claim }: { claim: string }) {
  return <p>{claim}</p>;
}
