/** Word lists that several cues share; `{name}` in a cue. Two words as one entry are joined by `_`. */

const list = (words: string): string[] => words.trim().split(/\s+/);

export const wordLists: Readonly<Record<string, string[]>> = {
  bad: list(`awful terrible horrible dreadful frustrating frustrated annoying annoyed annoyance upsetting upset worrying worried worry stressful stress
    stressed scary frightening frightened maddening infuriating disappointing disappointed disappointment disappoint inconvenient inconvenience unpleasant
    nasty rotten painful pain hurt hurts hard tough difficult tiring exhausting exhausted distressing distress confusing unfair embarrassing humiliating
    miserable shock shocking nightmare hassle ordeal rough sad sorry_state angry anger furious cross fed_up let_down nerve-wracking nerve sickening unsettling
    alarming heartbreaking maddening nuisance bothersome ridiculous unacceptable frustration anxious scared tense sucks stings cruel heavy daunting`),
  feel: list('feel felt feeling feels'),
  callback: list(
    'call ring phone email e-mail mail write text message contact update inform notify get_back come_back let_you_know reply respond report follow_up',
  ),
  days: list(
    'today tonight tomorrow monday tuesday wednesday thursday friday saturday sunday morning afternoon evening week month hour hours minutes days weeks end noon midnight shortly soon later weekend',
  ),
  weekday: list('monday tuesday wednesday thursday friday saturday sunday'),
  sorry: list('sorry apologise apologies apology apologising apologise'),
  thanks: list(
    'thank thanks thankful grateful appreciate appreciated cheers ta merci danke gracias obrigada obrigado grazie thank-you',
  ),
  fixed:
    list(`replaced refunded credited reset cancelled canceled corrected fixed changed updated removed moved booked rebooked reissued sent resent re-sent
    issued restored restarted extended added ordered reversed arranged switched deleted released reactivated activated unlocked transferred upgraded
    processed submitted put set taken moved merged renewed repaired posted shipped reserved rescheduled cleared lifted applied amended scheduled approved
    waived adjusted closed opened stopped returned paid turned raised placed swapped linked enabled disabled registered reopened blocked unblocked confirmed
    credited voided held saved rewritten redone recharged topped pushed brought made created got given found`),
  fix: list(`replace refund credit reset cancel correct fix change update remove move book rebook reissue send resend issue restore restart extend add order
    reverse arrange switch delete release reactivate activate unlock transfer upgrade process submit put take merge renew repair post ship reserve
    reschedule clear lift apply amend schedule approve adjust close open stop return pay swap exchange sort set collect deliver push raise place waive`),
  do: list(`press click tap open go choose select enter type turn switch unplug plug hold check try restart reboot reset log sign send reply call ring take put
    remove install uninstall update download scroll use fill add wait leave keep make set look pick bring show pull push read write move clean close start
    stop connect disconnect charge delete clear scan print attach upload visit follow contact ask tell give let swap unscrew lift tighten rinse touch find
    have get see drink eat pay ignore copy paste save note bear place run stay head pop swipe drag insert slide twist repeat confirm sort toggle email
    message ensure disable enable tick untick navigate pour measure switch hang lower raise wash dry rest book cancel apply order submit phone text walk
    return post search hover refresh reload re-enter reinstall reinsert hit lock unlock fit mix wipe`),
  wh: list('what which when where who how why whose whom'),
  aux: list('do does did is are was were can could would will have has had may shall should am might'),
  insult:
    list(`idiot idiots stupid moron morons dumb dumber dumbest useless incompetent pathetic clown clowns liar liars crook crooks scum scammer scammers thieves thief
    fool fools loser losers imbecile imbeciles jerk jerks muppet muppets cretin dimwit halfwit blockhead brainless braindead scumbag scumbags bastard bastards
    asshole arsehole bitch cunt prick dick twat wanker wankers shithead dumbass bloodsuckers vultures parasites amateurs cowards coward snob thick clueless
    dummy lazy robot parrot shameless heartless joke incompetents jackass airhead trash worthless disgusting spineless donkey donkeys goldfish monkey monkeys sheep
    bloody_idiot nitwit numpty pillock dipshit motherfucker fucker fuckers morony ignorant`),
  profanity:
    list(`fuck fucking fucked fuckin wtf shit shitty bullshit crap crappy damn damned goddamn bloody hell arse ass piss pissed bollocks screw f*** fck effing stfu
    freaking bs shitshow`),
  mild: list('please kindly could_you would_you'),
  person:
    list(`my_wife my_husband my_mother my_mum my_father my_dad my_son my_daughter my_kids my_children my_baby my_grandson my_granddaughter my_grandmother
    my_grandfather my_gran my_parents my_partner my_boyfriend my_girlfriend my_sister my_brother my_dog my_cat my_family my_neighbour my_boss my_nephew my_niece
    my_toddler my_fiance my_fiancee my_nan my_uncle my_aunt our_son our_daughter our_baby our_kids our_children my_team my_students my_class`),
  personal:
    list(`wife husband mother mum father dad son daughter kids children baby grandson granddaughter grandmother grandfather gran parents partner sister brother dog
    cat family puppy toddler wedding birthday holiday exam interview funeral surgery operation anniversary honeymoon graduation party concert baptism christening
    newborn grandson pregnant retirement trip nan granny grandad niece nephew bride team_mates marathon little_one`),
  good: list(`great good lovely wonderful nice perfect brilliant fantastic excellent amazing super awesome happy pleased glad delighted superb cool fab ace sweet
    best kind helpful polite friendly patient`),
  works: list('works working worked fixed solved sorted resolved back gone done fine ok perfect good correct right'),
  name: list(
    'name number address email e-mail code reference date postcode id serial model version order account surname',
  ),
};
