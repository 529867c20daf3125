import { describe, expect, it } from 'vitest';
import { readableMaths } from '../../../../src/domain/text/readable-maths.ts';

describe('maths in plain text', () => {
  it.each([
    [
      'In which direction does \\nabla f(\\mathbf{x}) point?',
      'In which direction does ∇ f(x) point?',
    ],
    ['P(A\\mid B)=\\frac{P(A\\cap B)}{P(B)}', 'P(A | B)=P(A ∩ B)/P(B)'],
    ['in O(n \\log k) time', 'in O(n log k) time'],
    ['n\\approx16\\sigma^2/\\delta^2', 'n≈16σ²/δ²'],
    ['divide by \\sqrt{d_k}', 'divide by √(dₖ)'],
    ['L = \\frac{1}{2}(y-4)^2', 'L = 1/2(y-4)²'],
    ['of width d_{\\text{model}}', 'of width d_model'],
    ['\\mathbf{x}^\\top A\\mathbf{x}', 'xᵀ Ax'],
    ['the residual \\mathbf{y}-X\\hat{\\mathbf{w}}', 'the residual y-Xŵ'],
    ['of \\begin{pmatrix}2&1\\\\1&2\\end{pmatrix}.', 'of [2 1; 1 2].'],
    ['Differentiate f(x)=e^{-x^2}.', 'Differentiate f(x)=e^(-x²).'],
    ['f(x_1,x_2) = x^2y', 'f(x₁,x₂) = x²y'],
    ['\\frac{\\partial L}{\\partial w_{10}}', '(∂ L)/(∂ w₁₀)'],
    ['|\\det(A)| \\le 5\\,\\%', '|det(A)| ≤ 5 %'],
    ['\\left(\\frac{a}{b}\\right)', '(a/b)'],
  ])('%s', (latex, readable) => {
    expect(readableMaths(latex)).toBe(readable);
  });

  it('leaves code and prose alone', () => {
    const texts = [
      'What does the script print? user_1 = rows[0]; print("a\\n")',
      'Why set PYTHONHASHSEED=0?',
      'snake_case and x_train',
      'a price of $5',
    ];
    for (const text of texts) expect(readableMaths(text)).toBe(text);
  });

  it('leaves what it does not know', () => {
    expect(readableMaths('\\unheardof{x}')).toBe('\\unheardof{x}');
  });
});
