/** How an agent meets the person: acknowledge a feeling, apologise, own, touch on the personal. */
import { readCues } from '../cue.ts';

export const acknowledgeFeeling = readCues(
  'acknowledge-feeling',
  `
  ++++ sorry to hear|read; can|could only|not imagine how; must be|have [been|felt|come] [so|such|very|really|quite|a|an|pretty] {bad}; must have been; must be so|very|really|a
  +++ understand|see|know|hear|get|imagine|realise|appreciate how .. {bad}; understand|see|know|get|hear|tell|imagine how|why you .. feel|are|would|must|might
  +++ understand|know|see|hear|get|appreciate your|the|that {bad}; your frustration|concern|worry|anger|disappointment|pain|upset|annoyance
  +++ no wonder; not|hardly surprised you are|were|feel; every|a right to be|feel; you are right to be|feel|expect|ask; makes [perfect|total|complete] sense that|you
  +++ that is|was|sounds|is|would|sound|it_is|what|so|really|how|very [a|an|so|really|very|such|truly|quite|pretty|just|deeply|genuinely|more] [a|an|very] {bad}; sounds [really|so|very|like] {bad}
  +++ is|are|was|would_be|being|feels not fair|nice|easy|fun|good_enough|right|okay|pleasant|acceptable|how_it; not what you|anyone wanted|want|needed|need|expected|hoped|deserve; should never|not have to|had_to|happen|have_happened
  ++ would be {bad} too|if|in; would|make|made me|anyone .. {bad} [too|as]; i would feel|be; in your shoes|place|position; had enough; fed up; last thing you|anyone need|want|needed|wanted
  ++ that|this|it hurts|stings|sucks|counts|matters; is a lot to; a long time to|without|for_you; too long|many to|times; is no|not joke|small|way_to|a_small|much_use|trivial
  ++ i|we [do|really|totally|completely|fully|can|truly] understand [that|this|how|why|it|your|completely] @statement; feel for you; oh no; ^ ouch; ^ ugh; ^ oof; ^ oh dear; ^ poor; what a worry|shame|day|nightmare|week|mess|nuisance|pity|disappointment|shock|morning|night|journey|time|thing_to
  ++ {bad} @echo; nothing|no silly|stupid|shame|harm about|in; not your fault; not silly|stupid|being_difficult|overreacting|unreasonable; do not blame you; do not have to|need|be apologise|sorry|embarrassed
  ++ [so|very|really|am|deeply] sorry|condolences for|about your|his|her|the loss; thoughts are with; my condolences; counting on|relying on|looking_forward; matters to you; means a_lot|so_much|something
  ++ @troubled @first i know|see|hear|get|understand|appreciate; @troubled @first that is|must|sounds|would|should; @troubled @first {bad}
  + {bad} for|when|to; {bad}; you are right; on top of; @troubled @first @statement; feel|felt|feels; worse; scared|worried|anxious
  ++ glad|relieved|happy|good you|to_hear|to_know|that|it [are|is] ok|safe|fine|relieved; so glad|happy|pleased; congratulations; deserve|deserved better|a_straight|an_answer|the_truth; thank goodness
  -- understand|know|see correctly|that_you_would_like|the_difference|which; @question; sorry you|that_you feel; i would|will|can_not; let_me see; i see the|your|that|it|two|three|an|a|no
  --- hope|please understand; as you know; not understand
  - @long; will; i have|can; calm
  `,
);

export const apologise = readCues(
  'apologise',
  `
  ++++ i|we|am|are|so|very|really|really_am|truly|deeply|terribly|sincerely sorry; ^ [so|very|really|oh|and|again|ah|once_again] sorry; apologise; apologies; apology; sorry again|once; forgive me|us|the; our|my|sincere|sincerest regret; we|i regret that|the|this
  +++ sorry for|about|that|we|i|the|this|to_have|it|your|nobody|once; say sorry; excuse the|my; ^ sorry; sorry $; pardon me; my bad; sorry bout; beg your pardon; a sorry
  --- sorry to hear|read; sorry you|that_you feel|felt; do not be sorry; no need to apologise|be; not need|have to apologise; you to apologise; not be sorry; sorry we are not|aren
  -- sorry which|what|can_you|could_you|but|no|rules|did; sorry for|about your loss; better|than safe; @question; sorry sight|state; excuse me|my; sorry i|we can_not|do_not|will_not
  - sorry you|that_you|not
  -- ^ oh i am sorry @question
  `,
);

export const own = readCues(
  'own',
  `
  ++++ my|our|us|me mistake|fault|error|slip|mess|doing|responsibility|oversight; [that|is|was|one] on us|me; our side|end .. wrong|mistake|error|fault|failed; that is on us|me; my bad; our own making; fault [is|was|lies] ours|mine|here|with_us|with_me|entirely
  +++ we|i should have|not_have|never_have; we|i [really|clearly|simply|just] messed|slipped|failed|dropped|forgot|missed|broke|overlooked|mixed|misread|misunderstood|miscounted|let_you|fell_short|screwed|botched; we|i [have] made a|an mistake|error|the_mistake; got|gave|told|sent|had [you|this|that|it|the] [wrong|something_wrong]
  +++ take|took|taking|accept [full|the|that|complete|this] responsibility|ownership|blame|over|it_on; own|owning it|this|that|up; i|we will|am|are|shall [now|personally|going] [look|looking|check|checking|investigate|investigating|dig|digging|chase|chasing|find_out|sort|sorting|handle|handling|deal|take|fix] [into|it|this|that|out|care]
  ++ let me [just|quickly|now] look|check|see|find|dig|take_care|sort|fix|handle|chase|pull|have_a_look|investigate|get_this|deal|put|open|talk|speak|ask|go_through|help|take
  ++ look|looking into; i|we am|are|will|would on|on_it|checking|looking|handling|investigating|dealing|chasing|staying; i will|am [be] personally|myself|stay|staying|make_sure|see_to|keep|follow|own|take|taking; leave it|this with me|us; see to it; i will make sure; sort this|that|it out; get to the bottom; priority
  ++ you were|are right [,|and|that|to|we|i] @statement; you should not have|be|need|had; should not|never have happened|been|had; we let|left|kept|lost|promised|said|charged|sent|told|put|printed|gave you|your|the
  ++ i [have] missed|forgot|did_not_check|misread|mistyped|overlooked|put|read|assumed|wrote|typed|told|closed|promised @troubled; no excuse*; not good enough; not your fault|doing; that was wrong|me|us|mine|ours; was|is mine|ours|me_who; is|was our|my job|problem|system|fault|form|price; we|i did not keep|check|tell|do|send|read|listen|explain|write|call|update|warn; our system|website|warehouse|driver|team|technician|website|courier .. wrong|failed|error|mistake|twice|broke|lost|missed|sent
  + myself; personally; i will; wrong; fault; error; i am|will checking|find|check|look|speak|talk|ask|chase
  -- @question; your mistake|fault|error|side|end; not our|my fault|mistake|error|responsibility|job; if we|i|it; wrong department|number; error code|message; let me know|us; let us know; you made|must|forgot|entered
  - @long; sorry to_hear; on you
  `,
);

export const personalTouch = readCues(
  'personal-touch',
  `
  +++ good luck|fingers_crossed .. with|for|on|to|at; all the best for|with|to; congratulations; congrats; happy birthday|anniversary; safe travels|trip|flight|journey; get well; bon voyage; break a leg; hats off; well done; lucky dog|you|cat
  +++ enjoy the|your wedding|party|birthday|trip|holiday|weekend_with|concert|match|lisbon|game|film|new|honeymoon|match|cake|bike|ride|play|baby|beach|festival|show|marathon|recital; hope|hoping ... {personal}; give % a|my|our|some scratch|hug|pat|treat|cuddle|regards|best|love; say hi|hello to; hug
  +++ hope the|your|you|she|he|they ... enjoy|enjoys|goes|feels|sleep|sleeps|better|love|loves|well|fun|time; i hope .. party|wedding|trip|birthday|weekend|exam|interview|game|concert|operation|surgery|{personal}
  ++ your {personal} @statement; {personal} @echo; {personal} will|must|is|are|gets|love|loves; {personal}; with a baby|toddler|dog|newborn|child|cat|little; since|as|because you|your|it ... {personal}; since you|it_is .. are|have|told|said|mentioned|work|live; as you are|work|live|have|said|told|mentioned
  ++ i|we [have] [also|too|once|used|grew|love|still|had|do|did|am|was] ... myself|too|as_well|same|used_to; i grew up; i am a % too|fan|person|parent; me too; i have been there; i would have done|be; mine too|did|was|is; i love|remember|know|like|bet|envy|wish|had_to_smile|am_jealous; haha; ha ^; made my|our|me day|smile|laugh|week; you are [a|the|one_of|very] legend|star|hero|gem|brave|kind
  ++ lovely|great|beautiful|nice|sweet|good|gorgeous|cute|brilliant|wonderful name|photo|picture|choice|idea|taste|song|place|city|spot|dog|cat|town|handwriting; what a [great|lovely|beautiful|sweet|cute|nice|good|lucky]; how is|are|was|old|did the|your|she|he|they {personal}; sounds like a|fun|lovely|great; years with us|of; since 19|20; loyal; x $; 😊
  + weather; years; @bang {good}; i hope; enjoy; smile; laugh; lovely; rest
  -- @troubled @first; have|has been
  -- what a worry|shame|mess|nightmare; name|number|date; @question
  -- i would|will|can|have_sent|have_booked
  - @command
  `,
);
