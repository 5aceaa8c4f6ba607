/**
 * Families of words that mean much the same in service talk. A sentence is also read with every word replaced by its
 * family, so that what is learned from "we replaced the hob" holds for "we swapped the charger".
 * Verbs are listed once; their forms are made, and plain, past and -ing forms stay apart because "we replaced it",
 * "we will replace it" and "replacing it" are different acts.
 */

/** `give/gave/given` names past forms that the rules of spelling would miss. */
const verbs: Readonly<Record<string, string>> = {
  FIX: 'fix repair replace restore reset correct resolve solve sort mend adjust amend rectify reissue reinstall rebuild redo/redid/redone undo/undid/undone recover reactivate unlock unblock clear update upgrade patch swap exchange',
  REFUND: 'refund credit reimburse compensate waive discount knock repay/repaid deduct reverse',
  BOOK: 'book rebook reserve schedule reschedule arrange organise organize register enrol move switch',
  SHIP: 'send/sent ship dispatch post deliver resend/resent courier mail forward mail return collect',
  MAKE: 'set/set put/put add create apply activate enable process submit issue order place raise lodge log file open escalate extend prepare approve confirm attach link note record merge enter change edit rename upload',
  STOP: 'cancel stop remove delete disable close deactivate void unsubscribe drop block suspend',
  CHECK:
    'check verify review look investigate see/saw/seen find/found trace track examine inspect dig monitor watch test pull confirm ask search',
  CONTACT:
    'call ring/rang/rung phone email text message contact reach notify inform update reply respond write/wrote/written',
  DO: 'press click tap select choose/chose/chosen type enter turn plug unplug restart reboot reload refresh scroll download install uninstall log sign open hold/held/held pop slide drag tick untick swipe navigate scan copy paste save print charge pour unscrew lift tighten rinse clean wipe wash push pull insert hit toggle visit attach reply try follow head',
  WAIT: 'wait bear/bore/borne hang/hung hold queue',
  WORK: 'work help fit load connect respond sync start boot print play',
  FAIL: 'fail break/broke/broken crash freeze/froze/frozen leak die stop drop hang flash blink burn smoke stall disconnect vanish disappear jam overheat lag buffer spin/spun reject decline bounce bug malfunction',
  HURT: 'ruin wreck destroy damage spoil cost/cost/costed lose/lost/lost miss waste injure hurt/hurt/hurt scratch crack smash tear/tore/torn stain harm suffer ache',
  FEEL: 'feel/felt/felt sound seem imagine appreciate understand/understood/understood realise realize sympathise hear/heard/heard',
  WISH: 'want need like wish hope love prefer expect hate look',
  THINK: 'think/thought/thought believe guess suppose assume suspect reckon doubt wonder imagine presume',
  KNOW: 'know/knew/known remember recall forget/forgot/forgotten recognise recognize learn mean/meant/meant',
  SAY: 'say/said/said tell/told/told explain mention promise claim state describe report advise write/wrote/written swear/swore/sworn assure repeat',
  GIVE: 'give/gave/given offer provide grant share show gift throw/threw/thrown',
  GET: 'get/got/gotten receive arrive come/came/come obtain',
  GO: 'go/went/gone leave/left/left walk travel fly/flew/flown drive/drove/driven run/ran/run',
  PAY: 'pay/paid/paid charge bill debit spend/spent/spent buy/bought/bought purchase owe invoice subscribe renew overcharge deposit transfer withdraw/withdrew/withdrawn',
  BLAME:
    'ignore lie cheat steal/stole/stolen rob refuse deny blame fob mislead/misled/misled scam trick mock laugh insult abuse neglect',
  LEAVE: 'leave/left/left quit switch cancel sue dispute complain report escalate post',
  READ: 'read/read/read follow listen pay notice skip',
  END: 'finish end complete wrap close settle',
  CARE: 'care value matter apologise apologize regret worry trust enjoy welcome',
  LIVE: 'move marry study teach/taught/taught retire celebrate recover breastfeed commute',
};

/** Words that keep one form, or whose forms mean the same. */
const others: Readonly<Record<string, string>> = {
  I: 'i',
  WE: 'we',
  YOU: 'you',
  MY: 'my mine our',
  YOUR: 'your yours',
  IT: 'it this that these those',
  THEY: 'they them their he she his her him',
  SELF: 'myself yourself ourselves personally',
  NOT: 'not never no nothing none neither nor nobody nowhere without',
  WILL: 'will shall going gonna',
  WOULD: 'would might may',
  CAN: 'can could able',
  MUST: 'must should have has had need ought required',
  BE: 'is are was were am be been being',
  WH: 'what which when where who how why whether',
  LETME: 'let lemme allow',
  POLITE: 'please kindly pls',
  SORRY: 'sorry apologies apology regret regrets regretful',
  THANKS:
    'thanks thank thankful grateful appreciate appreciated gratitude cheers ta merci gracias danke obrigado obrigada grazie',
  HELLO: 'hi hello hey hiya hallo howdy dear greetings morning afternoon evening heya hullo yo welcome',
  BYE: 'bye goodbye farewell regards sincerely yours cheerio ciao wishes cya later goodnight ttyl sincerly best',
  YES: 'yes yeah yep yup sure absolutely certainly definitely indeed exactly right correct agreed course',
  OK: 'ok okay alright fine understood noted got gotcha deal',
  GOOD: 'great good lovely wonderful nice perfect brilliant fantastic excellent amazing super awesome superb cool fab ace sweet best stellar outstanding impressive terrific marvellous magic fabulous',
  KIND: 'kind helpful polite friendly patient understanding caring attentive considerate thoughtful thorough professional quick prompt efficient',
  GLAD: 'glad happy pleased delighted relieved relief thrilled excited chuffed phew pleasure joy enjoy',
  PRAISE: 'star legend angel lifesaver hero gem saviour champion godsend',
  BAD: 'awful terrible horrible dreadful rotten bad poor lousy appalling shocking atrocious abysmal woeful diabolical shambles disaster nightmare joke farce mess ridiculous unacceptable disgraceful disgrace outrageous pathetic useless shoddy garbage rubbish crap trash worst worse absurd insane unbelievable unreal laughable scandalous',
  UPSET:
    'upset upsetting frustrated frustrating frustration annoyed annoying annoyance angry anger furious livid fuming cross fed irritated irritating maddening infuriating mad outraged disgusted sick tired disappointed disappointing disappointment disappointingly unhappy dissatisfied unsatisfied offended insulted humiliated embarrassing embarrassed',
  FEAR: 'worried worry worrying scared scary afraid anxious nervous panic panicking panicked frightening frightened concerned concerning concern stress stressed stressful stressing distress distressed distressing terrified desperate alarming tense dread unsettling nerve',
  SAD: 'sad heartbroken heartbreaking crying tears miserable lonely gutted devastated devastating grief lost hurts painful pain died death passed miss hopeless',
  TOUGH:
    'hard tough difficult tiring exhausting exhausted inconvenient inconvenience hassle ordeal trouble bother nuisance pain unpleasant unfair rough',
  CONFUSED:
    'confused confusing unclear lost puzzled baffled contradictory understand sense huh clueless complicated mixed',
  INSULT:
    'idiot idiots stupid moron morons dumb dumbest incompetent clown clowns liar liars crook crooks scum scammer scammers thieves thief fool fools losers loser jerk jerks muppet muppets bastard bastards asshole arsehole bitch cunt prick dick twat wanker wankers brainless clueless lazy thick coward cowards worthless disgusting ignorant robot parrot imbecile halfwit amateurs dimwit numpty donkey goldfish sheep airhead spineless heartless',
  SWEAR:
    'fuck fucking fucked fuckin shit shitty bullshit damn damned goddamn bloody hell ass arse piss pissed bollocks wtf fck effing stfu crappy freaking',
  MOCK: 'congratulations genius drama dramatic tantrum whining whine moaning moan crybaby attitude tone rant ranting wow bravo seriously honestly obviously clearly literally genius sweetheart darling princess pal mate buddy',
  CALM: 'calm relax chill breathe overreacting overreact exaggerating dramatic fuss minor normal usual small trivial little nobody everyone others big deal',
  TIME: 'minute minutes hour hours day days week weeks month months year years fortnight moment moments second seconds sec minute while bit shortly soon',
  WHEN: 'today tonight tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday noon midnight weekend january february march april june july august september october november december overnight',
  AGAIN:
    'again already twice thrice third second repeatedly repeat same still always every keep keeps kept another once yet times before earlier above previously',
  NOW: 'now immediately right instantly currently straightaway asap directly',
  SINCE: 'since ago until till after before waiting waited by within',
  NUM: 'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand couple few several half dozen',
  MONEY:
    'refund credit voucher discount money cash pounds dollars euros bucks quid compensation reimbursement coupon fee fees charge charges cost costs price prices payment balance deposit interest fine penalty',
  FREE: 'free complimentary goodwill gesture gift bonus house extra gratis courtesy waived',
  BILL: 'bill invoice statement receipt contract subscription plan policy tariff premium membership account warranty cover coverage claim rate',
  ORDER:
    'order parcel package delivery shipment item items product tracking label box courier driver depot warehouse stock replacement unit',
  DEVICE:
    'phone laptop printer router modem tv screen app website site browser device tablet camera speaker earbuds headphones console watch battery charger cable keyboard server email wifi internet connection network software firmware update version machine dishwasher oven fridge boiler heating radiator thermostat fan kettle toaster lamp sensor alarm lock door car bike engine meter water gas power electricity sofa mattress table chair shoes dress jacket',
  TRIP: 'flight plane train bus ticket seat room hotel reservation booking trip journey airport luggage bag suitcase check-in boarding passport visa gate cabin ferry cruise',
  FAULT:
    'problem problems issue issues error errors fault faults bug bugs glitch trouble mistake mistakes delay delays outage mixup mix-up misunderstanding failure defect leak damage',
  BROKEN:
    'broken faulty defective damaged wrong missing late delayed stuck dead locked frozen leaking cracked empty cold blocked lost incorrect stolen torn dirty mouldy flickering blank slow offline down off out',
  WORKS: 'working fixed sorted solved resolved works worked done back perfect running online fine gone',
  BOSS: 'manager supervisor boss superior ceo director head owner senior higher complaint complaints ombudsman regulator lawyer solicitor attorney court legal trading bbb authority consumer press newspaper media twitter facebook trustpilot reviews review tribunal',
  TEAM: 'team colleague colleagues department specialist specialists technician technicians engineer engineers advisor adviser agent agents expert warehouse accounts billing sales support staff finance technical desk representative operator person human engineer supplier partner carrier branch office store shop',
  COMPANY:
    'company competitor competitors elsewhere provider firm bank rival alternative someone another business loyalty customer customers',
  RULE: 'policy policies rule rules terms conditions procedure process regulations guidelines system systems contract law insurance allowed eligible entitled permitted possible applicable valid expired exception exceptions limit deadline window nonrefundable non-refundable mandatory strictly',
  UNSURE:
    'maybe perhaps possibly probably might could guess sure think seems apparently supposedly somehow roughly around about approximately should believe likely usually generally typically normally hopefully not-sure depends presumably potentially unclear idk dunno',
  ELSE: 'else anything further other additional more questions queries concerns help assistance assist',
  HELP: 'help assist support assistance guide advise advice',
  INSTEAD:
    'instead alternatively otherwise alternative option options either or rather meanwhile workaround another different second choice prefer',
  FAMILY:
    'wife husband mother mum mom father dad son daughter kids kid children child baby grandson granddaughter grandmother grandma grandfather grandpa gran nan parents partner boyfriend girlfriend sister brother dog cat family puppy toddler uncle aunt niece nephew cousin fiance fiancee friend friends neighbour boss flatmate roommate pet twins',
  LIFE: 'wedding birthday holiday vacation exam exams interview funeral surgery operation anniversary honeymoon graduation party concert christening newborn pregnant retirement job school university college hospital doctor nurse wheelchair disabled disability diabetic allergy allergic elderly student pension pensioner rent mortgage christmas easter marathon thesis deadline presentation meeting shift work single blind deaf asthma cancer chemo insulin medication move moving house flat',
  LOYAL: 'loyal loyalty years customer since member decade regular',
  PATIENT:
    'patience patient waiting understanding bearing time feedback loyalty flagging letting reaching contacting raising reporting sending sharing',
  PERSONAL:
    'name number address email code reference postcode id serial model version surname birth dob pin password username details',
  TECH: 'api dns dhcp ssid ip ssl imap smtp cache cookie cookies ont olt crm erp sla rma sku kyc aml ticket token backend provisioning latency firmware gateway endpoint config provision escalation tier queue batch ledger reconciliation settlement arrears pro-rata prorated subrogation deductible excess actuarial bsod uuid json http rollback node cluster packet router nat port l1 l2 l3 t1 t2 t3 tier2 awb eta poa otp iban swift ach sepa pnr msisdn imei sim esim provisioning handshake whitelist',
  THING: 'thing things something anything everything stuff',
  HURRY:
    'quickly quick quicker fast faster hurry urgent urgently asap immediately straight soon briefly brief short keep busy next others queue moving already today else',
  BUT: 'but however although though unfortunately sadly regrettably yet except unless',
  BECAUSE: 'because since as due so therefore reason why caused cause',
  IF: 'if unless once when whenever',
  THEN: 'then next first second third finally after afterwards before lastly step steps',
  DEG: 'very so really too extremely absolutely totally completely such quite super incredibly utterly truly deeply much',
  JUST: 'just only simply merely even actually',
};

/** Word → its families; a word may belong to up to three. */
export const wordFamilies: ReadonlyMap<string, readonly string[]> = buildFamilies();

function buildFamilies(): Map<string, string[]> {
  const families = new Map<string, string[]>();
  const add = (word: string, family: string): void => {
    const known = families.get(word) ?? [];
    if (known.length < 3 && !known.includes(family)) known.push(family);
    families.set(word, known);
  };
  for (const [family, words] of Object.entries(others)) for (const word of words.split(' ')) add(word, family);
  for (const [family, list] of Object.entries(verbs)) {
    for (const entry of list.split(' ')) {
      const [plain = '', ...past] = entry.split('/');
      for (const form of [plain, thirdPerson(plain)]) add(form, family);
      for (const form of past.length > 0 ? past : pastForms(plain)) add(form, `${family}ed`);
      for (const form of ingForms(plain)) add(form, `${family}ing`);
    }
  }
  return families;
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function pastForms(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`];
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`];
  return endsShort(verb) ? [`${verb}ed`, `${verb}${verb.at(-1)}ed`] : [`${verb}ed`];
}

function ingForms(verb: string): string[] {
  if (verb.endsWith('ie')) return [`${verb.slice(0, -2)}ying`];
  if (verb.endsWith('e') && !verb.endsWith('ee')) return [`${verb.slice(0, -1)}ing`];
  return endsShort(verb) ? [`${verb}ing`, `${verb}${verb.at(-1)}ing`] : [`${verb}ing`];
}

/** "stop" and "cancel" double their last letter, "repair" does not; both spellings are kept where either may stand. */
function endsShort(verb: string): boolean {
  return /[^aeiou][aeiou][bdglmnprt]$/.test(verb);
}
