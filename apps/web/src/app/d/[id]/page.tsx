import { DesignPage } from './design-page'

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return <DesignPage designId={decodeURIComponent(id)} />
}
