import { expect, test } from 'vitest'
import { mailServer } from './server-address.ts'

test.each([
  ['smtps://mail.example', { host: 'mail.example', port: 465, tls: 'from-the-start' }],
  ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'required' }],
  ['smtp://mail.example:2525', { host: 'mail.example', port: 2525, tls: 'required' }],
  ['smtp://localhost:1025', { host: 'localhost', port: 1025, tls: 'if-offered' }],
  ['smtp://[::1]:1025', { host: '::1', port: 1025, tls: 'if-offered' }],
  ['smtp://mail.intern?tls=none', { host: 'mail.intern', port: 587, tls: 'none' }],
])('%s is read with how safe the line has to be', (text, server) => {
  expect(mailServer(text)).toEqual({ ...server, auth: undefined })
})

test('name and password may hold any character, written as in addresses', () => {
  expect(mailServer('smtps://wij%40hier:p%3Ass@mail.example')?.auth).toEqual({ user: 'wij@hier', pass: 'p:ss' })
})

test.each([
  'http://mail.example',
  'smtp://',
  'smtp://mail.example/pad',
  'smtp://mail.example?tls=uit',
  'smtp://mail.example?rejectUnauthorized=false',
  'smtp://mail.example?tls=none&tls=none',
  'smtps://mail.example?tls=none',
  'smtp://u:%zz@mail.example',
  'mail.example',
])('%s is no mail server', (text) => {
  expect(mailServer(text)).toBeUndefined()
})
