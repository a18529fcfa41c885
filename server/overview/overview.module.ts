import { Module } from '@nestjs/common';
import { Absence } from './absence';
import { OverviewController } from './overview.controller';
import { UserStatistics } from './user-statistics';

@Module({ controllers: [OverviewController], providers: [Absence, UserStatistics] })
export class OverviewModule {}
