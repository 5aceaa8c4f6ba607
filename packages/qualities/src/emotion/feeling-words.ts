/** Words of feeling in service talk, with their valence and, where it is clear, their label. Own list. */
import type { EmotionLabel } from '@rapport/contract';

export interface FeelingWord {
  valence: number;
  label: EmotionLabel | null;
}

const lists: readonly (readonly [EmotionLabel | null, number, string])[] = [
  [
    'angry',
    -0.6,
    'angry,furious,livid,outraged,outrageous,disgusting,disgusted,disgrace,disgraceful,unacceptable,appalling,appalled,scandal,shame,shameful,hate,rage,enraged,raging,fuming,seething,insulting,liar,liars,thieves,theft,stole,stolen,scam,fraud,robbery,fuck,fucking,wtf,bullshit,shit,crap,bloody,damn,hell,idiot,idiots,useless,pathetic,incompetent,sue,lawyer',
  ],
  [
    'frustrated',
    -0.45,
    'frustrated,frustrating,frustration,annoyed,annoying,ridiculous,joke,nonsense,absurd,fed up,sick of,tired of,enough,rubbish,terrible,awful,horrible,worst,nightmare,hopeless,pointless,waste,wasted,wasting,mess,shambles,farce,irritating,stupid,ugh,argh,sigh,seriously,unbelievable,poor,broken record,round in,again and,yet again',
  ],
  [
    'disappointed',
    -0.45,
    'disappointed,disappointing,disappointment,let down,shabby,expected,ruined,spoiled,sad that,pity,underwhelming,unhappy,dissatisfied,unimpressed,letdown,regret',
  ],
  [
    'worried',
    -0.4,
    'worried,worry,worrying,worries,anxious,afraid,scared,scary,frightened,frightening,panic,panicking,nervous,concerned,concerning,urgent,urgently,desperate,danger,dangerous,unsafe,risk,terrified,alarming,fear,emergency,stress,stressed,stressful,stressing,help me',
  ],
  [
    'sad',
    -0.45,
    'sad,crying,cry,cried,tears,heartbroken,heartbreaking,grief,funeral,died,dead,lost,passed away,miserable,devastated,lonely,upset,upsetting,hurt,hurts',
  ],
  ['confused', -0.2, 'confused,confusing,confuses,puzzled,lost,unclear,not understand,no idea,huh,makes no'],
  [
    'impatient',
    -0.3,
    'waiting,waited,hurry,hours,weeks,already,asap,still,yet,overdue,slow,delayed,delay,late,forever,hello,ages',
  ],
  ['hopeful', 0.25, 'hope,hopefully,hoping,fingers crossed,looking forward,excited,cant wait,would love,please'],
  [
    'relieved',
    0.5,
    'relieved,relief,phew,finally,at last,thank god,thank goodness,thank heavens,what a relief,safe,weight off',
  ],
  [
    'pleased',
    0.45,
    'great,good,lovely,perfect,brilliant,excellent,wonderful,nice,happy,glad,pleased,awesome,amazing,super,fantastic,cool,love,loved,delighted,impressed,beautiful,yay,works,working,fixed,sorted,solved,best,fine,fab,superb,sweet,helpful,kind,friendly,patient,easy,fair,wow,haha,lol,fun,enjoy,smooth,helped',
  ],
  [
    'grateful',
    0.55,
    'thanks,thank,grateful,appreciate,appreciated,lifesaver,saved,bless,cheers,owe you,legend,star,angel,ta',
  ],
  [
    null,
    -0.3,
    'bad,wrong,broken,error,problem,issue,fail,failed,fails,failure,crash,crashes,crashed,missing,damaged,faulty,cancelled,overcharged,charged,stuck,never,nobody,nothing,refused,ignored,wrongly,twice,complaint,complain,trouble,unfortunately,cannot,dirty,cold,rude,noise,leak,leaking,smell,mould,pain,sick,ill,wont,expensive,robot,worse,unfair,mistake,dont care',
  ],
  [
    null,
    0.2,
    'ok,sure,yes,understood,clear,welcome,right,agreed,deal,fine,enough for,no problem,no worries,sounds good',
  ],
];

export const feelingWords: ReadonlyMap<string, FeelingWord> = new Map(
  lists.flatMap(([label, valence, words]) =>
    words.split(',').map((word): [string, FeelingWord] => [word, { valence, label }]),
  ),
);
