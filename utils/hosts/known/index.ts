import type { HostData } from '../types';
import chatwoot from './chatwoot.json';
import fastmail from './fastmail.json';
import frappeHelpdesk from './frappe-helpdesk.json';
import freescout from './freescout.json';
import freshdesk from './freshdesk.json';
import front from './front.json';
import glpi from './glpi.json';
import gmail from './gmail.json';
import gorgias from './gorgias.json';
import helpscout from './helpscout.json';
import hubspot from './hubspot.json';
import intercom from './intercom.json';
import jiraSm from './jira-sm.json';
import libredesk from './libredesk.json';
import osticket from './osticket.json';
import outlookWeb from './outlook-web.json';
import proton from './proton.json';
import requestTracker from './request-tracker.json';
import roundcube from './roundcube.json';
import salesforce from './salesforce.json';
import servicenow from './servicenow.json';
import sogo from './sogo.json';
import yahoo from './yahoo.json';
import zammad from './zammad.json';
import zendesk from './zendesk.json';
import zohoDesk from './zoho-desk.json';

/** Every host we know, in the order they are tried. Their shape is held by `schema` in a test, not at run time. */
export const known = [
  chatwoot, fastmail, frappeHelpdesk, freescout, freshdesk, front, glpi, gmail, gorgias, helpscout, hubspot, intercom,
  jiraSm, libredesk, osticket, outlookWeb, proton, requestTracker, roundcube, salesforce, servicenow, sogo, yahoo,
  zammad, zendesk, zohoDesk,
] as unknown as readonly HostData[];
