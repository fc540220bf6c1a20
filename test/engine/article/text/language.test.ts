import { describe, expect, it } from 'vitest';
import { directionOf, languageOf } from '../../../../electron/engine/article/text/language.ts';

describe('languageOf', () => {
  it.each([
    [
      'en',
      'The vote came after midnight, and few of the deputies stayed for the speeches that were to follow it.',
    ],
    [
      'fr',
      'Le vote est venu après minuit, et peu de députés sont restés pour les discours qui devaient suivre dans la salle.',
    ],
    [
      'de',
      'Die Abstimmung kam nach Mitternacht, und nur wenige der Abgeordneten blieben für die Reden, die folgen sollten.',
    ],
    [
      'es',
      'La votación llegó después de la medianoche y pocos de los diputados se quedaron para los discursos que seguían.',
    ],
    [
      'kmr',
      'Rêveberiya bajêr ji bo xwendekaran li ser vê mijarê daxuyaniyek da û got ku ew ê di demek nêzîk de dest bi kar bike.',
    ],
    ['ar', 'وقال نائبان إن الجلسة استمرت حتى منتصف الليل في بغداد من دون خلاف على الموازنة.'],
    ['fa', 'نمایندگان گفتند که این جلسه تا نیمه شب در تهران ادامه داشت و اختلافی در آن نبود.'],
    ['ckb', 'کەشناسیی هەرێمی کوردستان ڕایگەیاند کە باران لە هەموو ناوچەکان دەبارێت.'],
    ['ur', 'انہوں نے کہا کہ اجلاس آدھی رات تک جاری رہا اور اس میں کوئی اختلاف نہیں تھا۔'],
    ['he', 'הישיבה נמשכה עד חצות, ורק מעטים נשארו לנאומים.'],
    ['ja', '会議は真夜中まで続き、残った議員は少なかった。'],
    ['zh', '会议持续到午夜,留下的议员很少。'],
    ['und', '12 34 56'],
  ])('tells %s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  it('tells languages apart that share their function words', () => {
    const text =
      'A autoridade portuária manterá dois rebocadores na doca norte durante todo o inverno, disse na terça-feira a sua diretora. Os pescadores tinham pedido a mudança depois de um arrastão encalhar no nevoeiro perto do velho molhe em setembro. “Ouvimo-los e encontrámos o dinheiro”, disse a diretora aos jornalistas no cais.';
    expect(languageOf(text)).toBe('pt');
  });

  it('tells a language without a list of words from the opening of the text alone', () => {
    const finnish =
      'Kaupunginvaltuusto hyväksyi maanantaina uuden sataman rakentamisen pitkän keskustelun jälkeen, ja työt alkavat ' +
      'keväällä. Kalastajat pelkäävät, että laivaväylä häiritsee heidän saalistaan, mutta pormestari lupasi korvauksia. ' +
      'Asukkaat odottavat päätöstä lokakuussa, kun ympäristöviranomaiset ovat antaneet lausuntonsa asiasta. ' +
      'Rakentaminen kestää neljä vuotta, ja sen hinta on kaksisataa miljoonaa euroa, josta valtio maksaa puolet.';
    const hungarian =
      'Magyarországon hétfőn elfogadták jelentős többséggel új kikötőépítési terveinket, ám halászaink féltik megélhetésüket. ';
    expect(languageOf(`${finnish.repeat(2).slice(0, 460)} ${hungarian.repeat(6)}`)).toBe('fi');
  });

  it('gives the Arabic script its direction', () => {
    expect(['ar', 'ckb', 'fa', 'he', 'en', 'und'].map(directionOf)).toEqual([
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});
