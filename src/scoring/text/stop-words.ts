/**
 * Words that carry no theme. A phrase may run across them (`quality of life` is found as *quality life*), but never
 * starts or ends with one.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be been being both by can could do does each either else for from further had has have how ' +
    'if in into is it its itself may more most must no nor not of off on onto or other others our out over per shall ' +
    'should so some such than that the their them then there these they this those through thus to too toward towards ' +
    'under upon very via was we were what when where whether which while who whose why will with within without ' +
    'would you your e g i ie eg etc s ' +
    'al alla alle allo agli anche che con da dal dalla dei del della delle dello degli di e ed gli il in la le lo nei ' +
    'nel nella nelle per su sul sulla tra fra un una uno'
  ).split(' '),
);
