// The product format as JSON schema, made from the schema that products are read by.
import { toJsonSchema } from '@valibot/to-json-schema';
import { ProductSchema } from '../../src/lib/products/schema';

/** The text of static/product.schema.json. */
export function productJsonSchema(): string {
  const schema = toJsonSchema(ProductSchema, { typeMode: 'input', errorMode: 'ignore' });
  return `${JSON.stringify({ title: 'A product of Lockout Lab', ...schema }, null, 2)}\n`;
}
