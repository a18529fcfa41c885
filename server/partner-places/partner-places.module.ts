import { Module } from '@nestjs/common';
import { PartnerPlacesGateway } from './partner-places.gateway';

@Module({ providers: [PartnerPlacesGateway] })
export class PartnerPlacesModule {}
