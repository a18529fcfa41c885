import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { JwtModule, type JwtModuleOptions } from '@nestjs/jwt';
import cookieParser from 'cookie-parser';
import { SocketAuthenticator } from '../stream/socket-authenticator';
import { AccessTokens } from './access-tokens';
import { Accounts } from './accounts';
import { AdminAuthController } from './admin-auth.controller';
import { AdminSessionsController } from './admin-sessions.controller';
import { Authenticator } from './authenticator';
import { LoginAttempts } from './login-attempts';
import { MeController } from './me.controller';
import { PasswordHasher } from './password-hasher';
import { Profiles } from './profiles';
import { RefreshCookie } from './refresh-cookie';
import { ServerKeys } from './server-keys';
import { SessionRenewal } from './session-renewal';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { TokenSocketAuthenticator } from './token-socket-authenticator';
import { UserAuthController } from './user-auth.controller';

/** The server's secrets, apart from the rest because the signer of tokens cannot be made without. */
@Module({ providers: [ServerKeys], exports: [ServerKeys] })
class ServerKeysModule {}

const signing = JwtModule.registerAsync({
  imports: [ServerKeysModule],
  inject: [ServerKeys],
  useFactory: async (keys: ServerKeys): Promise<JwtModuleOptions> => ({ secret: await keys.secret('access-token'), signOptions: { algorithm: 'HS256' } }),
});

/** Who is who: passwords, sessions, tokens, and what they open. */
@Module({
  imports: [signing, ServerKeysModule],
  controllers: [AdminAuthController, UserAuthController, AdminSessionsController, MeController],
  providers: [
    AccessTokens,
    Accounts,
    Authenticator,
    LoginAttempts,
    PasswordHasher,
    Profiles,
    RefreshCookie,
    SessionRenewal,
    Sessions,
    SignIn,
    { provide: SocketAuthenticator, useClass: TokenSocketAuthenticator },
  ],
  exports: [AccessTokens, Authenticator, PasswordHasher, ServerKeysModule, Sessions, SocketAuthenticator],
})
export class AuthModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(cookieParser()).forRoutes(AdminAuthController);
  }
}
