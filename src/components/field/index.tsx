import { Input, Picker, Textarea, View } from '@tarojs/components';
import { useEffect, useId, useRef } from 'react';
import { fullDayWords } from '../../words/dates';
import { Icon, type IconName } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { isTidied, type Kind, tidy } from './tidy';
import './index.scss';

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** The keyboard's done key. */
  onConfirm?: () => void;
  /** date is YYYY-MM-DD and time HH:mm; number keeps digits alone, and what is pasted with blanks or full width is put right. */
  kind?: Kind;
  /** Shown in the empty field; never instead of the label. */
  example?: string;
  /** A sentence under it; also the purpose, where personal data are asked for. */
  hint?: string;
  /** What is wrong and how to put it right; read out at once. */
  error?: string | undefined;
  icon?: IconName;
  maxLength?: number;
  /** The label is heard, not seen: for a search field whose icon says it. */
  labelHidden?: boolean;
  autoFocus?: boolean;
  /** What was written is left for something else. */
  onLeave?: () => void;
  /** Where the wheels of a date begin in WeChat while none is chosen: nobody turns them back to 1950. */
  opensAt?: string;
  /** How often a tap has led here, to something that is to be put right: each gives it the focus. */
  asked?: number;
}

const WEB = process.env.TARO_ENV === 'h5';
/** A field is left as the mouse goes down on something else: an error that moved it then would take the click away. */
const CLICK_MS = 200;

type Control = FieldProps & { id: string; describedBy: string | undefined };

const webType = { lines: 'text', code: 'text', number: 'text', decimal: 'text', tel: 'tel', search: 'search' } as const;
const keyboards = { number: 'numeric', decimal: 'decimal', tel: 'tel', search: 'search' } as const;

/** The browser's own input: its label, error and keyboard are understood by every reader. */
function WebControl(props: Control) {
  const { id, describedBy, value, onInput, onConfirm, onLeave, kind = 'text', example, maxLength, error } = props;
  const { autoFocus, asked } = props;
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked) box.current?.focus();
  }, [asked]);
  const shared = {
    id,
    value,
    ref: box,
    className: 'field-input',
    onBlur: () => setTimeout(() => onLeave?.(), CLICK_MS),
    ...(example && { placeholder: example }),
    ...(maxLength && !isTidied(kind) && { maxLength }),
    'aria-invalid': error !== undefined,
    ...(describedBy && { 'aria-describedby': describedBy }),
  };
  if (kind === 'lines') {
    return <textarea {...shared} rows={3} onChange={(event) => onInput(event.currentTarget.value)} />;
  }
  return (
    <input
      {...shared}
      type={kind in webType ? webType[kind as keyof typeof webType] : kind}
      inputMode={keyboards[kind as keyof typeof keyboards] ?? 'text'}
      autoComplete="off"
      // biome-ignore lint/a11y/noAutofocus: only where a page is nothing but this field, and the page asks for it
      autoFocus={autoFocus}
      autoCapitalize={kind === 'code' ? 'characters' : 'off'}
      onChange={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onConfirm?.()}
    />
  );
}

const weChatType = { number: 'number', decimal: 'digit', tel: 'number' } as const;
const NO_LIMIT = -1;
/** Wide enough for whoever is oldest, and for a role that ends late. */
const WHEELS = { start: '1900-01-01', end: '2100-12-31' };

/** WeChat's own wheels: nobody has to know how a date is spelled. */
function WeChatWheels({ label, value, onInput, onLeave, kind, example, opensAt }: Control) {
  const isDate = kind === 'date';
  const shown = isDate && value ? fullDayWords(value) : value;
  const take = ({ detail }: { detail: { value: string } }) => {
    onInput(detail.value);
    onLeave?.();
  };
  const at = { value: value || (opensAt ?? ''), onChange: take };
  const heard = describe({ role: 'button', label: `${label}，${shown || '还没选'}` });
  const face = (
    <View className={`field-input field-picked${value ? '' : ' field-example'}`}>{shown || example || '点这里选'}</View>
  );
  return (
    <>
      {isDate ? (
        <Picker mode="date" className="field-wheels" {...WHEELS} {...at} {...heard}>
          {face}
        </Picker>
      ) : (
        <Picker mode="time" className="field-wheels" {...at} {...heard}>
          {face}
        </Picker>
      )}
      {isDate && value && (
        <Tappable className="field-clear" label={`不填${label}`} onTap={() => onInput('')}>
          <Icon name="close" size={20} />
        </Tappable>
      )}
    </>
  );
}

function WeChatWritten({
  label,
  value,
  onInput,
  onConfirm,
  onLeave,
  kind = 'text',
  example = '',
  maxLength = 140,
  autoFocus,
  asked,
}: Control) {
  const shared = {
    value,
    className: 'field-input',
    placeholder: example,
    placeholderClass: 'field-example',
    maxlength: isTidied(kind) ? NO_LIMIT : maxLength,
    focus: autoFocus === true || (asked ?? 0) > 0,
    onBlur: () => onLeave?.(),
    onInput: (event: { detail: { value: string } }) => onInput(event.detail.value),
    ...describe({ label }),
  };
  if (kind === 'lines') return <Textarea {...shared} autoHeight />;
  return (
    <Input
      {...shared}
      type={weChatType[kind as keyof typeof weChatType] ?? 'text'}
      password={kind === 'password'}
      confirmType={kind === 'search' ? 'search' : 'done'}
      onConfirm={() => onConfirm?.()}
    />
  );
}

function WeChatControl(props: Control) {
  return props.kind === 'date' || props.kind === 'time' ? <WeChatWheels {...props} /> : <WeChatWritten {...props} />;
}

function Label({ label, labelHidden, id }: Pick<FieldProps, 'label' | 'labelHidden'> & { id: string }) {
  const className = `field-label${labelHidden ? ' only-heard' : ''}`;
  if (!WEB) return <View className={className}>{label}</View>;
  return (
    <label className={className} htmlFor={id}>
      {label}
    </label>
  );
}

function Below({ error, hint, id }: Pick<FieldProps, 'error' | 'hint'> & { id: string }) {
  return (
    <View id={id} className="field-below" {...(error ? describe({ role: 'alert' }) : {})}>
      {error && <Icon name="warning" size={16} />}
      <View>{error || hint}</View>
    </View>
  );
}

/** A label that stays, room to write, a hint, and an error that says how to put it right. */
export function Field(props: FieldProps) {
  const { label, hint, error, icon, labelHidden, kind = 'text', maxLength, onInput } = props;
  const id = useId();
  const below = error || hint ? `${id}-below` : undefined;
  const Control = WEB ? WebControl : WeChatControl;
  return (
    <View className={`field${error ? ' field-wrong' : ''}`}>
      <Label label={label} labelHidden={labelHidden ?? false} id={id} />
      <View className={`field-box field-${kind}`}>
        {icon && <Icon name={icon} />}
        <Control {...props} onInput={(typed) => onInput(tidy(kind, typed, maxLength))} id={id} describedBy={below} />
      </View>
      {below && <Below id={below} error={error} {...(hint && { hint })} />}
    </View>
  );
}
