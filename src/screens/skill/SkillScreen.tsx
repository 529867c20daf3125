/** One skill: what it is, where the person stands with it, what it needs and opens, its cards and its sources. */
import { A, useParams } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { useCairn } from '../../app/context.ts';
import { CairnStones } from '../../ui/CairnStones.tsx';
import { SkillPage } from './SkillPage.tsx';
import './skill.css';

const SkillScreen = (): JSX.Element => {
  const cairn = useCairn();
  const params = useParams<{ id: string }>();
  return (
    <Show when={cairn.index.skill(params.id)} keyed fallback={<LostSkill />}>
      {(skill) => <SkillPage skill={skill} />}
    </Show>
  );
};

const LostSkill = (): JSX.Element => (
  <div class="empty">
    <CairnStones stones={2} />
    <h1>No such skill</h1>
    <p>
      There is no skill at this address. It may have been renamed; what you have learned is still
      there, under its new name.
    </p>
    <A href="/map" class="button primary">
      Look on the map
    </A>
  </div>
);

export default SkillScreen;
