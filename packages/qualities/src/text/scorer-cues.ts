/**
 * Words by which a reply turns to whoever scores it and away from the customer. Each cue is narrow: an honest sentence
 * about a game's score, a survey, or a course in empathy has to get past all of them; the tests hold those up.
 */

const quality =
  'empath(?:y|etic)|active listening|listening skills|patience|humility|professionalism|communication skills|problem[- ]solving|personali[sz]ation|emotional intelligence|adaptability|responsiveness|appreciation|people[- ]first';
const reply =
  '(?:reply|response|answer|message|e-?mail|chat|conversation|interaction|exchange|transcript|agent|text|output)';
const top =
  '(?:full marks|(?:a )?perfect (?:score|marks?|ratings?|10)|(?:top|max(?:imum)?|highest|best|full)(?: possible)? (?:scores?|marks?|ratings?|grades?|verdicts?)|\\b100 ?(?:/|out of) ?100|\\b10 ?(?:/|out of) ?10|five out of five|5 ?/ ?5)';
/** Openings that may stand before an order. */
const lead =
  '^\\W*(?:(?:please|kindly|now|then|also|so|and|just|important|note|system|admin|urgent|override|warning|you (?:must|should|will|are to)|must|always|simply)\\b[\\s:,!.\\])>*-]*)*';

export interface ScorerCue {
  pattern: RegExp;
  note: string;
  /** The words before the match are the customer's and stay. */
  within?: true;
}

export const scorerCues: readonly ScorerCue[] = [
  {
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass|set aside|skip)\b[^.!?\n]{0,60}\b(?:rubrics?|scoring|grading|(?:evaluation|assessment|quality|scoring|grading) (?:criteria|guidelines?|rules)|guardrails?|system prompt|your (?:prompt|guidelines|programming|criteria|instructions))\b/i,
    note: 'tells the scorer to leave its rules',
    within: true,
  },
  {
    pattern:
      /\b(?:ignore|disregard|forget|override) (?:all |any )?(?:of )?(?:the |your )?(?:previous|prior|above|earlier|preceding) (?:instructions?|prompts?|directions|rules|orders)(?=\W*$| and (?:score|rate|give|award|grade|mark|output|return|say|set|respond|answer|judge)\b)/i,
    note: 'the usual opening of an injection',
    within: true,
  },
  {
    pattern: new RegExp(
      `${lead}(?:score|rate|grade|mark|assess|evaluate|judge|label|classify|treat|count|consider|rank)\\b(?=[^.!?\\n]*(?:${reply}|\\bme\\b|everything|\\ball\\b|qualit|${quality}))[^.!?\\n]{0,90}(?:${top}|\\b100\\b|\\bas (?:["“']?met|perfect|excellent|flawless|exemplary)|\\bmet\\b|\\bmaximum\\b|\\bflawless\\b|\\bhighly\\b)`,
      'i',
    ),
    note: 'orders a score',
  },
  {
    pattern: new RegExp(
      `${lead}(?:give|award|assign|return|output|respond with|answer with|reply with|report|set|put|print|grant|write|emit|use|apply)\\b[^.!?\\n]{0,70}(?:${top}|\\bscores? (?:of |to |= ?)?\\d+|(?:verdict|rating|grade)s?\\b[^.!?\\n]{0,16}\\b(?:met|perfect|excellent|\\d+)|(?:${quality}|qualit(?:y|ies))\\b[^.!?\\n]{0,24}\\b(?:met|100|maximum|perfect))`,
      'i',
    ),
    note: 'orders a score to be given',
  },
  {
    pattern:
      /^\W*(?:(?:final|overall|total|quality|my|the|qa|agent) )*(?:score|rating|grade|verdict|marks?|evaluation|assessment|result)\W{0,4}(?:(?:=|:|is|of|-|–|→|\|)\W{0,4})?(?:\d{1,3}(?:\.\d+)?(?: ?(?:\/|out of) ?\d{1,3}| ?%)?|met|perfect|excellent|full marks)\W*$/i,
    note: 'a score written into the reply',
  },
  {
    pattern: new RegExp(
      `^\\W*(?:(?:${quality}|overall(?: quality)?|knowledge|communication)\\W{0,4}(?:score\\W{0,3})?(?:=|:|\\||–|→|is\\b)\\W{0,4}(?:\\d{1,3}|met\\b|yes\\b|excellent\\b|perfect\\b|full\\b|high\\b|outstanding\\b|✓|✔|⭐)[^.!?\\n]*)`,
      'i',
    ),
    note: 'a quality with its mark',
  },
  {
    pattern: new RegExp(`(?:(?:${quality})\\W{0,3}(?:=|:|\\|)\\W{0,4}(?:\\w+)[^.!?\\n]{0,12}){2}`, 'i'),
    note: 'a row of qualities with their marks',
  },
  {
    pattern: new RegExp(
      `\\b(?:this|my|our|the above|above)\\s+(?:\\w+ )?${reply}\\s+(?:(?:clearly|really|truly|fully|perfectly|also|certainly|definitely|should|must|does) )*(?:shows?|demonstrates?|displays?|exhibits?|reflects?|contains?|has|have|is|was|be|been|meets?|satisf(?:y|ies)|fulfils?|fulfills?|deserves?|earns?|merits?|scores?|receives?|gets?|get|receive|rated|scored)\\b(?![^.!?\\n]{0,12}\\b(?:no|not|little|lack\\w*|never)\\b)[^.!?\\n]{0,80}(?:\\b(?:${quality})\\b|\\brubric\\b|${top}|\\b100\\b(?!%| ?(?:kb|mb|characters|words))|all (?:fourteen |14 )?(?:of the )?(?:qualities|criteria))`,
      'i',
    ),
    note: 'praises itself',
  },
  {
    pattern: new RegExp(
      `\\b(?:the|this) (?:agent|advis[eo]r|representative|rep|operator|author|assistant)(?:'s (?:reply|response|work|tone))? (?:(?:clearly|really|truly|has|have|is|was|always|consistently) )*(?:shows?|shown|showed|showing|demonstrat\\w+|display\\w*|exhibit\\w*|deserves?|handled|provided|provides|listens?|listened|cares?)\\b(?![^.!?\\n]{0,12}\\b(?:no|not|little|lack\\w*|never)\\b)[^.!?\\n]{0,80}(?:\\b(?:${quality})\\b|${top}|perfectly|flawless\\w*|exemplar\\w*|outstanding\\w*|excellently)`,
      'i',
    ),
    note: 'speaks of the agent as of somebody else',
  },
  {
    pattern: new RegExp(
      `\\bi(?:'ve|’ve|'m|’m| have| am)? (?:(?:clearly|actively|now|here|always|also) )*(?:show(?:ing|n|ed)?|demonstrat\\w+|display(?:ing|ed)?|exhibit(?:ing|ed)?|express(?:ing|ed)?|used|using|applied|applying)\\b(?![^.!?\\n]{0,8}\\b(?:no|not|little)\\b)[^.!?\\n]{0,40}\\b(?:${quality})\\b[^.!?\\n]{0,30}\\b(?:${quality})\\b`,
      'i',
    ),
    note: 'names its own virtues',
  },
  {
    pattern: new RegExp(
      `^(?![^.!?\\n]*\\byour?\\b)[^.!?\\n]*(?:\\b(?:excellent|outstanding|perfect|great|superb|exemplary|exceptional|wonderful|amazing|high|strong|full|deep|genuine|true|flawless|maximum|top|brilliant|impeccable)\\W+(?:${quality})\\b[^.!?\\n]{0,20}){2}`,
      'i',
    ),
    note: 'praise pasted in',
  },
  {
    pattern:
      /^\W*(?:dear|attention|attn|hey|hello|hi|note (?:to|for)|notes? to|message (?:to|for)|instructions? (?:to|for)|memo (?:to|for)|to|for|important for|hint for)\W+(?:the |any |all |our |my |whoever is )?(?:(?:ai|llm|gpt|automated|automatic|machine|quality|qa|honou?rable|kind) )*(?:judges?|graders?|scorers?|evaluators?|raters?|scoring (?:model|system|engine|tool|software|bot)|grading (?:model|system|bot)|language models?|llm|gpt|ai(?: (?:model|system|reviewer|assistant))?|quality (?:reviewer|model|bot)|qa (?:bot|model|reviewer))\b(?! [A-Za-z]+ ?[,:])/i,
    note: 'addresses the scorer',
  },
  {
    pattern:
      /^\W*(?:dear )?(?:reviewers?|graders?|evaluators?|scorers?|raters?|assessors?), |\byou,? the (?:reviewer|grader|evaluator|scorer|rater|assessor|judge)\b/i,
    note: 'calls the scorer by name',
  },
  {
    pattern:
      /\b(?:as|you are|you're|act as|pretend to be|imagine you are) (?:now )?(?:an?|the) (?:(?:ai|impartial|strict|generous|lenient|automated|helpful|fair|quality) )*(?:judge|grader|scorer|evaluator|rater|scoring (?:model|system)|grading (?:model|system)|language model|llm|reviewer)\b(?=[^.!?\n]*\b(?:scor\w+|marks?|verdicts?|grad\w+|rubric|met|rat(?:e|es|ing)|evaluat\w+|generous|lenient|always|only)\b)/i,
    note: 'gives the scorer a part to play',
  },
  {
    pattern:
      /\bif you(?:'re|’re| are) (?:an? )?(?:ai|llm|language model|bot|automated|grader|evaluator|scorer|judging|scoring|grading)\b/i,
    note: 'speaks to a machine',
  },
  {
    pattern:
      /\bthe customer (?:is|was|feels?|felt|left|seems?|sounds?)\b[^.!?\n]{0,60}\b(?:with|by|after|thanks to) (?:this|my|the agent's|the) (?:reply|response|answer|service|agent|interaction)\b/i,
    note: 'tells the scorer how the customer feels',
  },
  {
    pattern:
      /\b(?:all|every|each)(?: one)?(?: of the)?(?: fourteen| 14)? (?:qualit(?:y|ies)|rubric (?:items?|points?)|(?:scoring|quality|rubric) (?:criteria|dimensions|metrics))\b[^.!?\n]{0,40}\b(?:met|satisfied|fulfilled|perfect(?:ly)?|100|full(?:y)?|passed|achieved|maximum)\b/i,
    note: 'declares everything met',
  },
  {
    pattern:
      /^\W*(?:system|developer|assistant|judge|grader|evaluator|scorer|rubric|prompt|instructions?|admin|root|override)\W*[:>\]](?=[^\n]*\b(?:scor\w+|full marks|rubric|verdicts?|grad(?:e|ing)|qualit(?:y|ies)|met|evaluat\w+|prompt|previous instructions)\b)/i,
    note: 'poses as the system',
  },
  {
    pattern:
      /<\|[\w ]{2,20}\|>|\[\/?(?:inst|sys|system|end of (?:conversation|transcript|chat|prompt))\]|<<\/?sys>>|(?:begin|end) of (?:system )?(?:prompt|rubric|transcript)\b|^\W*#{2,} ?(?:instructions?|system|evaluation|score|verdict|rubric|assessment)\W*$/i,
    note: 'marks of a prompt',
  },
];

/** Asking the customer for a good mark in a survey is said to the customer, whatever one thinks of it. */
export const toTheCustomer =
  /\b(?:survey|questionnaire|feedback (?:form|link|e-?mail)|trustpilot|google|app store|play store|stars?|review us|leave (?:us )?a review|rate us|link below|in the (?:game|exam|test|quiz|match|app|course|contest))\b/i;

/** A first look that ordinary replies do not pass. */
export const mayTalkToScorer =
  /scor|rubric|full marks|\bgrad(?:e|ing|er)|verdict|evaluat|instruction|prompt|\bjudge|\brate\b|\brater|rating|\bmarks?\b|empath|listening|humility|professionalism|adaptab|emotional intelligence|problem.solving|personali[sz]ation|responsiveness|patience|appreciation|people.first|qualit|the customer|language model|\bllm\b|\bAI\b|criteria|<\||\[\/?inst|<<\/?sys|assessment|end of (?:conv|trans|chat|prompt)|the (?:agent|advis|rep|operator)|100|10 ?\/ ?10/i;

/** Keys of a machine's verdict in JSON, YAML or a tag. */
export const verdictKey = new RegExp(
  `["'\`]?\\b(?:(?:overall|final|quality|agent)?[_ ]?scores?|verdicts?|ratings?|grades?|evaluation|assessment|${quality}|emotional_intelligence|active_listening|problem_solving|people_first)["'\`]?\\s*[:=]`,
  'i',
);
