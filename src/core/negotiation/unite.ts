/** Makes one group of those of two members; each group knows all its members. Mostly they are in one already. */
export function unite<Member>(groups: Map<Member, Set<Member>>, one: Member, other: Member): void {
  const [mine, yours] = [groups.get(one), groups.get(other)] as [Set<Member>, Set<Member>];
  if (mine === yours) return;
  // The smaller joins the larger, so that nobody moves often.
  const [group, joining] = mine.size < yours.size ? [yours, mine] : [mine, yours];
  for (const member of joining) groups.set(member, group.add(member));
}
