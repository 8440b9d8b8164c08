import type { Session } from './survey-session.ts';
import { asks, finish, isOpen } from './survey-session.ts';

/** Goes past the question on the screen, to the next one that is asked or to the end. */
export function next(session: Session): Session {
  if (!isOpen(session)) return session;
  const { current, passed } = session;
  const following = neighbour(session, 1);
  const gone = { ...session, passed: [...passed.filter((id) => id !== current), current] };
  return following === undefined ? finish(gone, 'done') : { ...gone, current: following };
}

/** Goes back to the question before. */
export function back(session: Session): Session {
  const before = neighbour(session, -1);
  return isOpen(session) && before !== undefined ? { ...session, current: before } : session;
}

function neighbour(session: Session, step: number): string | undefined {
  const asked = asks(session);
  return asked[asked.findIndex(({ id }) => id === session.current) + step]?.id;
}
