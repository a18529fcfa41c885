import { Module } from '@nestjs/common';
import { SiteSettingsGateway } from './site-settings.gateway';

@Module({ providers: [SiteSettingsGateway] })
export class SiteSettingsModule {}
