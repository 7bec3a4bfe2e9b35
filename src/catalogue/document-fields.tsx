import { TITLE_MAX } from '../../cloudfunctions/values/limits';
import { Field } from '../components/field';
import { isWritten, unless } from '../components/form/checks';
import type { PartOf } from '../components/form/use-form';

export const NO_DOCUMENT = { number: '', documentTitle: '', issuer: '', issuedOn: '' };
type Typed = typeof NO_DOCUMENT;

export const documentProblems = ({ number, documentTitle, issuer, issuedOn }: Typed) => ({
  number: unless(isWritten(number), '先写文号'),
  documentTitle: unless(isWritten(documentTitle), '先写文件标题'),
  issuer: unless(isWritten(issuer), '先写发文单位'),
  issuedOn: unless(issuedOn !== '', '先选发文日期'),
});

export const toDocument = ({ number, documentTitle, issuer, issuedOn }: Typed) => ({
  ...{ number: number.trim(), title: documentTitle.trim(), issuer: issuer.trim(), issuedOn },
});

/** What the contract calls otherwise. */
export const NAMED = { title: 'documentTitle' } as const;

export const DocumentFields = ({ form }: { form: Pick<PartOf<Typed>, 'field'> }) => (
  <>
    <Field {...form.field('number')} label="文号" example="例如：荆文明办〔2026〕3号" maxLength={TITLE_MAX} />
    <Field {...form.field('documentTitle')} label="文件标题" maxLength={TITLE_MAX} />
    <Field {...form.field('issuer')} label="发文单位" maxLength={TITLE_MAX} />
    <Field {...form.field('issuedOn')} label="发文日期" kind="date" />
  </>
);
