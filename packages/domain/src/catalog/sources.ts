/** What the short keys at the beginning of a source mean. */
export const sourceKeys: { readonly [key: string]: string } = {
  CR: 'Command reference, CloudEngine 8800 and 6800 Series Switches, V300R023C00',
  CG: 'Configuration guide, CloudEngine 8800 and 6800 Series Switches, V300R023C00',
  NB: 'netbox-community/devicetype-library, Huawei',
  HW: 'Hardware description, CloudEngine 8800 and 6800, V300 (EDOC1100369504)',
  HWF: 'Chassis dimensions, forum.huawei.com thread 420779-861',
  MLV2: 'Limitations for M-LAG, CE12800 V200 (EDOC1100138135)',
  NAME: 'decoded from the model name',
}
